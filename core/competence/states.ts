/**
 * The state of one requirement for one person on one day. `missing` and `expired` are overdue; `not-yet-due` is
 * not fulfilled but has time left; `expiring` counts still, for 60 days at most.
 */
export const fulfilmentStates = ['expired', 'missing', 'expiring', 'not-yet-due', 'fulfilled', 'exempt'] as const;
export type FulfilmentState = (typeof fulfilmentStates)[number];
