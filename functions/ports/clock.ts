/** What time it is. The local workbench sets its own. */
export interface Clock {
  now(): Date;
}
