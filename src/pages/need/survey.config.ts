export default definePageConfig({ navigationBarTitleText: '您家需要什么' })
