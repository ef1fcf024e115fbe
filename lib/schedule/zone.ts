export function isZone(_: string): boolean { return true }
