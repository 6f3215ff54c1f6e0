export default definePageConfig({ navigationBarTitleText: '编活动' })
