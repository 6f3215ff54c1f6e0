export default definePageConfig({ navigationBarTitleText: '排班和缺人' })
