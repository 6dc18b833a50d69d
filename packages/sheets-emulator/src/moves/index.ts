/** Where cells went. It needs nothing of Node, so that a page may use it. */
export { placeAfter, type CellPlace, type Move } from '../structure/moves';
