// How many times larger than usual letters are: in a hall the style sheet makes them grow with the screen.

const USUAL_PX = 16;

export const hallScale = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_PX;

/** A drawing shown so many times larger. @param {number} width @param {number} height @param {number} scale */
export const larger = (width, height, scale) => ({ width: width * scale, height: height * scale, viewBox: `0 0 ${width} ${height}` });
