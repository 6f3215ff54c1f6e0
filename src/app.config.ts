import { speechPlugins } from './cloud/speech-plugin'

export default defineAppConfig({
  // Speaking instead of typing, where the build is told of the plugin.
  ...speechPlugins(process.env.LINLI_SPEECH, process.env.TARO_ENV),
  pages: ['pages/home/index', 'pages/activity/list', 'pages/activity/index', 'pages/table/index'],
  // What few need is fetched when it is opened; residents do not download the staff's side.
  subPackages: [
    { root: 'pages/account', pages: ['index', 'contact', 'erase'] },
    { root: 'pages/household', pages: ['index'] },
    { root: 'pages/member', pages: ['join', 'family', 'profile', 'privacy'] },
    { root: 'pages/message', pages: ['index', 'past'] },
    { root: 'pages/attendance', pages: ['index'] },
    { root: 'pages/rating', pages: ['index', 'summary'] },
    { root: 'pages/volunteer', pages: ['index', 'register', 'shift'] },
    { root: 'pages/loan', pages: ['index', 'mine'] },
    { root: 'pages/group', pages: ['index'] },
    { root: 'pages/booking', pages: ['index', 'mine'] },
    { root: 'staff/activity', pages: ['index', 'roster', 'edit'] },
    { root: 'staff/attendance', pages: ['index'] },
    { root: 'staff/rating', pages: ['index'] },
    { root: 'staff/review', pages: ['index'] },
    { root: 'staff/volunteer', pages: ['index', 'person', 'shifts', 'plan'] },
    { root: 'staff/loan', pages: ['index'] },
    { root: 'staff/group', pages: ['index'] },
    { root: 'staff/booking', pages: ['index', 'edit', 'guest'] },
    { root: 'pages/need', pages: ['list', 'post', 'index', 'offer', 'introduction', 'survey'] },
    { root: 'staff/need', pages: ['index', 'picture'] },
    { root: 'staff/share', pages: ['index', 'lobby', 'doors'] },
    { root: 'pages/order', pages: ['new', 'index', 'mine', 'work'] },
    { root: 'staff/order', pages: ['index', 'order', 'card', 'print'] },
    { root: 'pages/menu', pages: ['index', 'list', 'item'] },
    { root: 'staff/menu', pages: ['index', 'category', 'preview'] },
    { root: 'staff/provider', pages: ['index', 'page', 'use', 'capacity'] },
    { root: 'pages/hours', pages: ['index', 'service', 'clock', 'record'] },
    { root: 'pages/proof', pages: ['index', 'verify'] },
    { root: 'staff/hours', pages: ['index', 'code', 'late'] },
  ],
  // Who is about to sign up is about to be asked for a name.
  preloadRule: {
    'pages/activity/index': { network: 'all', packages: ['pages/member'] },
  },
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
      { pagePath: 'pages/table/index', text: '我的' },
    ],
  },
})
