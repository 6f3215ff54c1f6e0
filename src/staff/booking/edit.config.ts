export default definePageConfig({ navigationBarTitleText: '开一组时段' })
