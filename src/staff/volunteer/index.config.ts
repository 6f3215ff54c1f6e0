export default definePageConfig({ navigationBarTitleText: '义工' })
