/** An edit channel of one connection over the resident copy of its document. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import { type EditTrouble, makeEditChannel } from './channel-edit.ts'
import type { Channel, LeaveChannel, Line } from './channels.ts'
import type { UsedDocument } from './edited-documents.ts'

/** The open channel, or null when it was answered with `left`. */
export async function openEditing(
  line: Line,
  channel: number,
  name: DocumentName,
  leaveWith: LeaveChannel,
): Promise<Channel | null> {
  const used = await use(line, name)
  if (used === null || used === 'unavailable') {
    leaveWith(channel, used === null ? 'forbidden' : 'going-away')
    return null
  }
  const { peer, ports } = line
  peer.say({ type: 'editing', channel, epoch: used.document.epoch })
  const owner = `${line.signIn.principal.memberId}/${line.signIn.deviceId}`
  const editor = makeEditChannel(used.document, owner, {
    ended: () => leaveWith(channel, 'going-away'),
    send: (body) => peer.frame(channel, body),
    received: (seq) => peer.say({ type: 'received', channel, seq }),
    wake: ports.onReceived,
    person: () => ports.person(line.signIn.principal.memberId),
    now: () => ports.clock.now(),
    log: ports.log,
  })
  return {
    name,
    take: async (body) => answer(await editor.take(body)),
    stop: () => {
      editor.stop()
      used.release()
    },
  }

  function answer(trouble: EditTrouble): void {
    if (trouble?.ends === 'socket') line.close(trouble.reason)
    if (trouble?.ends === 'channel') leaveWith(channel, trouble.reason)
  }
}

async function use(line: Line, name: DocumentName): Promise<UsedDocument | null | 'unavailable'> {
  try {
    return await line.ports.edited.use(name)
  } catch (error) {
    line.ports.log(`A document could not be opened for editing: ${String(error)}`)
    return 'unavailable'
  }
}
