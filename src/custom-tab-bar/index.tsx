/** WeChat wants a component here where the tab bar is one's own. Ours is part of each screen, so this is nothing. */
export default function NoTabBar() {
  return null
}
