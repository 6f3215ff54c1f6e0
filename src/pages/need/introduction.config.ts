export default definePageConfig({ navigationBarTitleText: '认识一下' })
