export default definePageConfig({ navigationBarTitleText: '义工记录' })
