export default definePageConfig({ navigationBarTitleText: '义工资料' })
