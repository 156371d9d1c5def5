/** Where archives are sent to besides the folder. */
export interface ArchiveBucket {
  put(name: string, path: string): Promise<void>;
  list(): Promise<readonly string[]>;
  remove(name: string): Promise<void>;
}
