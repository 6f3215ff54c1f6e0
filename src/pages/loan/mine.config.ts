export default definePageConfig({ navigationBarTitleText: '我借的', enablePullDownRefresh: true })
