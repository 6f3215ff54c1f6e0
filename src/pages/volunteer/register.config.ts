export default definePageConfig({ navigationBarTitleText: '登记做义工' })
