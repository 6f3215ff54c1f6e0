export default definePageConfig({ navigationBarTitleText: '约时段', enablePullDownRefresh: true })
