export default definePageConfig({ navigationBarTitleText: '值班的码' })
