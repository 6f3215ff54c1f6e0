export default definePageConfig({ navigationBarTitleText: '电话和房号' })
