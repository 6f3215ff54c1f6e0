/** The door that every centre has, beside those where its codes hang: a card shared in a chat. */
export const cardDoor = 'card'
