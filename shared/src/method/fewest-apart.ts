/** Fewer people than this are never counted apart: one could tell who it was. */
export const fewestApart = 3;
