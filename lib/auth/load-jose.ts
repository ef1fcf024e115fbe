/** When it is first needed: in many installations it never is, and each page and route would bring a copy of its own. */
export const loadJose = () => import("jose");
