using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using PolicyAnalysis.Pdf;

namespace PolicyAnalysis.Cli.Sources;

/// <summary>Fetches the bytes of a source and makes a document of them.</summary>
internal static class SourceReader
{
    private const int MostRedirects = 8;

    private static readonly string Agent = "policy-analysis/" + typeof(SourceReader).Assembly.GetName().Version?.ToString(3);

    public static Task<PolicyDocument> ReadAsync(SourceRequest request, ToolConsole console, CancellationToken cancellationToken) =>
        ReadAsync(request, console, static (bytes, options, stop) => IsPdf(bytes, options) ? PolicyPdf.Parse(bytes, options, stop) : PolicyDocument.Parse(bytes, options, stop), cancellationToken);

    /// <summary>Every policy of the source's page; a PDF is one.</summary>
    public static Task<IReadOnlyList<PolicyDocument>> ReadAllAsync(SourceRequest request, ToolConsole console, CancellationToken cancellationToken) =>
        ReadAsync(request, console, static (bytes, options, stop) => IsPdf(bytes, options) ? [PolicyPdf.Parse(bytes, options, stop)] : PolicyDocument.ParseAll(bytes, options, stop), cancellationToken);

    private static async Task<T> ReadAsync<T>(SourceRequest request, ToolConsole console, Func<byte[], PolicyReadOptions, CancellationToken, T> parse, CancellationToken cancellationToken)
    {
        if (request.Source == "-")
        {
            byte[] typed = await ReadWithinAsync(console.Input, request.MaximumBytes, "standard input", cancellationToken);
            return parse(typed, OptionsOf(request, "standard input", charset: null), cancellationToken);
        }

        if (Uri.TryCreate(request.Source, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https")
            return await FetchAsync(address, request, parse, cancellationToken);

        if (!File.Exists(request.Source))
            throw new ToolException($"{request.Source}: there is no such file; give a file, an http or https address, or - for standard input.");
        await using FileStream file = File.OpenRead(request.Source);
        byte[] bytes = await ReadWithinAsync(file, request.MaximumBytes, request.Source, cancellationToken);
        return parse(bytes, OptionsOf(request, Path.GetFileName(request.Source), charset: null), cancellationToken);
    }

    private static async Task<T> FetchAsync<T>(Uri address, SourceRequest request, Func<byte[], PolicyReadOptions, CancellationToken, T> parse, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(request.Timeout);
        using var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, MaxAutomaticRedirections = MostRedirects, UseCookies = false };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(Agent);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html, text/markdown, text/plain;q=0.9, application/xhtml+xml;q=0.9, application/pdf;q=0.8");
        try
        {
            using HttpResponseMessage response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            if (!response.IsSuccessStatusCode)
                throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"{address}: the server answered {(int)response.StatusCode} {response.ReasonPhrase}; save the page in a browser and give the file."));
            await using Stream body = await response.Content.ReadAsStreamAsync(deadline.Token);
            byte[] bytes = await ReadWithinAsync(body, request.MaximumBytes, address.AbsoluteUri, deadline.Token);
            MediaTypeHeaderValue? type = response.Content.Headers.ContentType;
            SourceRequest located = request with
            {
                Address = request.Address ?? response.RequestMessage?.RequestUri ?? address,
                MediaType = request.MediaType == PolicyMediaType.Unknown ? MediaTypeOf(type?.MediaType) : request.MediaType,
            };
            return parse(bytes, OptionsOf(located, address.AbsoluteUri, type?.CharSet?.Trim('"')), cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"{address}: no whole answer within {request.Timeout.TotalSeconds:0} seconds; raise --timeout or save the page and give the file."));
        }
        catch (HttpRequestException problem)
        {
            throw new ToolException($"{address}: the page could not be fetched ({problem.Message}); check the address, or save the page in a browser and give the file.", problem);
        }
    }

    private static PolicyReadOptions OptionsOf(SourceRequest request, string name, string? charset) =>
        new() { Name = name, MediaType = request.MediaType, DocumentType = request.DocumentType, Address = request.Address, Charset = charset };

    private static bool IsPdf(byte[] bytes, PolicyReadOptions options) => options.MediaType == PolicyMediaType.Pdf || PolicyPdf.IsPdf(bytes);

    private static PolicyMediaType MediaTypeOf(string? name) => name?.ToLowerInvariant() switch
    {
        "text/html" or "application/xhtml+xml" => PolicyMediaType.Html,
        "text/markdown" => PolicyMediaType.Markdown,
        "application/pdf" => PolicyMediaType.Pdf,
        // Servers call many things text/plain; the reader recognises what it is.
        _ => PolicyMediaType.Unknown,
    };

    private static async Task<byte[]> ReadWithinAsync(Stream stream, long limit, string name, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length + read > limit)
                throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"{name}: larger than {limit} bytes; raise --max-bytes if it really is a policy."));
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
