// stub
export const make = () => () => {};
