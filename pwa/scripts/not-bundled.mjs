// In the place of what jsPDF can load to draw HTML and SVG: papers are drawn by the app, and each of these weighs more
// than jsPDF itself.
export const notBundled = undefined;
