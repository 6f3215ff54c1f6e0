export default definePageConfig({ navigationBarTitleText: '大家要的' })
