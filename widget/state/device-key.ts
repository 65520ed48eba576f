/** The key under which a diagnostic is kept on the device, if the person wants it (share/device.ts writes it). */
export const DEVICE_KEY = "diag-cyber-esms";
