export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/activity/list',
    'pages/activity/index',
    'pages/member/index',
    'pages/member/join',
    'pages/member/family',
    'pages/member/profile',
    'pages/member/privacy',
  ],
  // Residents do not download the staff's side.
  subPackages: [{ root: 'staff', pages: ['activity/index', 'activity/roster'] }],
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  // For the web: pages follow one another at once, without sliding.
  animation: false,
  window: {
    // The frame of a page is our own: it grows with the text and follows the colours chosen.
    navigationStyle: 'custom',
    navigationBarTitleText: '邻里圆桌',
    backgroundTextStyle: 'dark',
    backgroundColor: '#FBF7EF',
  },
  tabBar: {
    // Drawn by the screens themselves (components/TabBar): the system's own does not grow with the text.
    custom: true,
    color: '#6B6156',
    selectedColor: '#B23A26',
    backgroundColor: '#FFFFFF',
    list: [
      { pagePath: 'pages/home/index', text: '圆桌' },
      { pagePath: 'pages/activity/list', text: '活动' },
      { pagePath: 'pages/member/index', text: '我的' },
    ],
  },
})
