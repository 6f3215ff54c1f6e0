export default definePageConfig({ navigationBarTitleText: '邻里有需要', enablePullDownRefresh: true })
