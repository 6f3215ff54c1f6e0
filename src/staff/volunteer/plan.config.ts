export default definePageConfig({ navigationBarTitleText: '新排一个班' })
