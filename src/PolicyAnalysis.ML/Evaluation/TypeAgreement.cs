namespace PolicyAnalysis.ML.Evaluation;

/// <summary>How far two annotators agree on one type.</summary>
/// <param name="Type">The id of the type.</param>
/// <param name="First">How many provisions the first annotator gave it.</param>
/// <param name="Second">How many provisions the second annotator gave it.</param>
/// <param name="Kappa">Cohen's kappa (1960): the agreement beyond that of chance; 1 where they agree on every provision, 0 where no better than chance, and below where worse.</param>
public sealed record TypeAgreement(string Type, int First, int Second, double Kappa);
