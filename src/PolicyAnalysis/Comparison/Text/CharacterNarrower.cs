namespace PolicyAnalysis.Comparison.Text;

/// <summary>Narrows changes of words to the characters that differ; surrogate pairs stay whole.</summary>
internal sealed class CharacterNarrower
{
    private readonly ChangeList _narrowed = new();
    private readonly Dictionary<int, int> _ids = [];
    private int[] _a = [], _b = [], _aPlaces = [], _bPlaces = [], _found = [];

    public void Narrow(in TextPair texts, ChangeList changes, SequenceAligner aligner)
    {
        _narrowed.Clear();
        foreach (Change change in changes.Changes)
        {
            _ids.Clear();
            int a = Characters(texts.Before[change.BeforeStart..change.BeforeEnd], ref _a, ref _aPlaces);
            int b = Characters(texts.After[change.AfterStart..change.AfterEnd], ref _b, ref _bPlaces);
            Pooled.Reserve(ref _found, a);
            aligner.Align(_a.AsSpan(0, a), _b.AsSpan(0, b), _ids.Count, _found.AsSpan(0, a));
            _narrowed.StartAt(change.BeforeStart, change.AfterStart);
            for (int i = 0; i < a; i++)
            {
                int width = i + 1 < a ? _aPlaces[i + 1] - _aPlaces[i] : change.BeforeEnd - change.BeforeStart - _aPlaces[i];
                if (_found[i] >= 0) _narrowed.MatchExactly(change.BeforeStart + _aPlaces[i], change.AfterStart + _bPlaces[_found[i]], width);
            }

            _narrowed.MatchExactly(change.BeforeEnd, change.AfterEnd, 0);
        }

        changes.Clear();
        foreach (Change change in _narrowed.Changes) changes.Add(change);
    }

    private int Characters(ReadOnlySpan<char> text, ref int[] ids, ref int[] places)
    {
        Pooled.Reserve(ref ids, text.Length);
        Pooled.Reserve(ref places, text.Length);
        int count = 0;
        for (int i = 0; i < text.Length; i++, count++)
        {
            places[count] = i;
            bool isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            int character = isPair ? char.ConvertToUtf32(text[i], text[++i]) : text[i];
            if (!_ids.TryGetValue(character, out int id)) _ids[character] = id = _ids.Count;
            ids[count] = id;
        }

        return count;
    }
}
