export default async function stop() {
  for (const served of Object.values(globalThis.__served ?? {})) await served.remove();
  await globalThis.__postgres?.remove();
}
