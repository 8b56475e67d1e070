/** Waits until an element is scrolled into view. */

/**
 * Call `act` once the element is visible. Returns the function that ends the waiting.
 * @param {Element} element
 * @param {() => void} act
 */
export function onceVisible(element, act) {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    act();
  });
  observer.observe(element);
  return () => observer.disconnect();
}
