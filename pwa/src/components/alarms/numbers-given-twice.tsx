import { RefusedAlarm } from '#src/components/ui/refused-alarm.tsx';
import { useDeviceBook } from '#src/data/hooks/index.ts';
import { flagsByDevice } from '#src/data/server/flags-by-device.ts';
import { m } from '#src/words/compiled/messages.js';

/** Phones that gave a number twice, which a copied phone does; nothing while there is none, and nothing for a manager. */
export function NumbersGivenTwice() {
  const { list } = useDeviceBook();
  const devices = flagsByDevice(list?.flags ?? []);
  if (devices.length === 0) return null;
  return (
    <ul className="mt-4 border-t border-rule">
      {devices.map(({ id, code, name, flags }) => (
        <RefusedAlarm key={id} to="/more/devices">
          {m.devices_twice({ code, name: name === '' ? m.work_somebody() : name, count: flags.length })}
        </RefusedAlarm>
      ))}
    </ul>
  );
}
