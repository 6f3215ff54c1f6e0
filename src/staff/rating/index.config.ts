export default definePageConfig({ navigationBarTitleText: '评得怎么样' })
