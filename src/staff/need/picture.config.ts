export default definePageConfig({ navigationBarTitleText: '需要与供给' })
