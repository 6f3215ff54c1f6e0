export default definePageConfig({ navigationBarTitleText: '时段和房间' })
