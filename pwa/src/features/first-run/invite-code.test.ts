import { inviteCodeSchema } from '@revops/domain';
import { describe, expect, it } from 'vitest';
import { codeInAddress, groupCode } from './invite-code.ts';

describe('codeInAddress', () => {
  it('reads the code from the hash of the server’s links and from ?code=', () => {
    expect(codeInAddress({ hash: '#7KQ29HXM', search: '' })).toBe('7KQ2 9HXM');
    expect(codeInAddress({ hash: '', search: '?code=7kq2-9hxm' })).toBe('7KQ2 9HXM');
    expect(codeInAddress({ hash: '', search: '' })).toBe('');
  });
});

describe('groupCode', () => {
  it('groups while it is typed and cleans what is pasted', () => {
    expect(groupCode('7kq2')).toBe('7KQ2');
    expect(groupCode('7kq29')).toBe('7KQ2 9');
    expect(groupCode(' 7KQ2-9HXM!! and more')).toBe('7KQ2 9HXM');
  });
  it('gives what the server takes', () => {
    expect(inviteCodeSchema.parse(groupCode('7kq29hxm'))).toBe('7KQ29HXM');
  });
});
