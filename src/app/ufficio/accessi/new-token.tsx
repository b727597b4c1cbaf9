'use client';
/** Makes a token with which a program reads the exports of one gathering or path. It is shown once. */
import { useState } from 'react';
import { CopyButton } from '@/app/_shared/copy-button';
import { postJson } from '@/client/connection/post-json';
import type { Refusal } from '@/domain/refusal';
import { LABEL_MAX } from '@/domain/words';
import { sayRefusal } from '@/i18n/refusal';
import { useSay } from '@/i18n/words';
import { Button } from '@/ui/button';
import { Select, TextInput } from '@/ui/field';
import { Banner } from '@/ui/notice';

export function NewToken({ streams }: { streams: readonly { code: string; title: string }[] }) {
  const say = useSay();
  const [code, setCode] = useState(streams[0]?.code ?? '');
  const [use, setUse] = useState('');
  const [token, setToken] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    const answer = await postJson<{ token: string }>('/api/tokens', { code, use });
    setBusy(false);
    setRefusal(answer.ok ? null : answer);
    setToken(answer.ok ? answer.token : null);
  };
  return (
    <div className="grid max-w-xl gap-3">
      <div className="grid gap-3 sm:flex sm:flex-wrap sm:items-end">
        <Select
          label={say('tokens.for')}
          value={code}
          onChange={(e) => setCode(e.target.value)}
          options={streams.map((s) => ({ value: s.code, label: `${s.title} · ${s.code}` }))}
        />
        <TextInput
          label={say('tokens.use')}
          hint={say('tokens.useHint')}
          maxLength={LABEL_MAX}
          value={use}
          onChange={(e) => setUse(e.target.value)}
        />
        <Button icon="plus" busy={busy} onClick={make}>
          {say('tokens.make')}
        </Button>
      </div>
      {refusal && <Banner kind="bad" title={sayRefusal(say, refusal)} live />}
      {token && (
        <Banner kind="good" title={say('tokens.made')} live>
          <code className="break-all">{token}</code>
          <div className="mt-2">
            <CopyButton text={token} />
          </div>
        </Banner>
      )}
    </div>
  );
}
