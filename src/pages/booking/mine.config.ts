export default definePageConfig({ navigationBarTitleText: '我约的', enablePullDownRefresh: true })
