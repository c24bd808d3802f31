/** A file of the server, fetched by the page, so that it is the page that says why there is none. */
import { shallowReadonly, shallowRef } from 'vue'

import { refusalOf } from '../api/client.js'
import { ServerRefusal, ServerUnreachable } from '../api/problem.js'
import { useSession } from '../session/useSession.js'
import { saveFile } from './save-file.js'

export function useDownload() {
  const { load } = useSession()
  const isBusy = shallowRef(false)
  const error = shallowRef<unknown>(null)

  async function download(address: string, name: string): Promise<void> {
    if (isBusy.value) return
    isBusy.value = true
    error.value = null
    try {
      saveFile(await fetchFile(address), name)
    } catch (thrown) {
      error.value = thrown
      const isSignedOut =
        thrown instanceof ServerRefusal && thrown.status === 401
      if (isSignedOut) load().catch(() => undefined)
    } finally {
      isBusy.value = false
    }
  }

  return {
    isBusy: shallowReadonly(isBusy),
    error: shallowReadonly(error),
    download,
  }
}

/** An answer that breaks off is none: nothing is saved of it. */
async function fetchFile(address: string): Promise<Blob> {
  const response = await reached(fetch(address))
  if (!response.ok) throw await refusalOf(response)
  return reached(response.blob())
}

async function reached<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer
  } catch (error) {
    throw new ServerUnreachable('No answer came.', { cause: error })
  }
}
