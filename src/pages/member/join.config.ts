export default definePageConfig({ navigationBarTitleText: '先认识一下' })
