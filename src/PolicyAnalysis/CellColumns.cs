namespace PolicyAnalysis;

/// <summary>The columns that a cell stands over: <paramref name="Count"/> of them from <paramref name="First"/>, counted from 0.</summary>
internal readonly record struct CellColumns(int First, int Count);
