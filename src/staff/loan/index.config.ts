export default definePageConfig({ navigationBarTitleText: '借还台' })
