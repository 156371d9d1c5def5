import { useCallback } from 'react';
import { useNavigate } from 'react-router';

/** Back to where one came from; a screen that was opened by its address goes to a place of its own instead. */
export function useGoBack(otherwise: string): () => void {
  const navigate = useNavigate();
  return useCallback(() => {
    const state = history.state as { readonly idx?: number } | null;
    void ((state?.idx ?? 0) > 0 ? navigate(-1) : navigate(otherwise, { replace: true }));
  }, [navigate, otherwise]);
}
