export default definePageConfig({ navigationBarTitleText: '借东西', enablePullDownRefresh: true })
