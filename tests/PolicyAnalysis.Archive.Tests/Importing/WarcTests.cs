using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace PolicyAnalysis.Archive.Tests.Importing;

public sealed class WarcTests
{
    private const string Page = "<html><head><title>Privacy Policy</title></head><body><h1>Privacy Policy</h1><p>We retain your account data for 30 days after you close your account.</p></body></html>";

    private const string Later = "<html><head><title>Privacy Policy</title></head><body><h1>Privacy Policy</h1><p>We retain your account data for 90 days after you close your account.</p></body></html>";

    private const string Address = "https://www.lumenleaf.example/legal/privacy/";

    private const string Html = "200 OK\nContent-Type: text/html; charset=utf-8";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("crawl.warc")]
    [InlineData("crawl.warc.gz")]
    public void Pages_come_with_their_dates_and_addresses_and_what_is_no_page_stays_out(string name)
    {
        using var folder = new TemporaryArchive();
        string path = new WarcText(name.EndsWith(".gz", StringComparison.Ordinal))
            .Record("request", Address, "2024-01-31T12:00:00Z", "application/http; msgtype=request", WarcText.Bytes("GET / HTTP/1.1\r\n\r\n"))
            .Response(Address, "2024-01-31T12:00:00Z", Html, WarcText.Bytes(Page), "WARC-Record-ID: <urn:uuid:1>")
            .Response("https://www.lumenleaf.example/logo.png", "2024-01-31T12:00:01Z", "200 OK\nContent-Type: image/png", [1, 2, 3])
            .Response("https://www.lumenleaf.example/old", "2024-01-31T12:00:02Z", "301 Moved\nContent-Type: text/html\nLocation: /new", WarcText.Bytes("<p>Moved</p>"))
            .Record("resource", "https://lumenleaf.example/terms.md", "2024-02-01T00:00:00.123456789Z", "text/markdown", WarcText.Bytes(SamplePolicies.Policy(1, 1)))
            .Response(Address, "2024-06-30T12:00:00Z", Html, WarcText.Bytes(Later))
            .Response(Address, "2024-12-01T00:00:00Z", "404 Not Found\nContent-Type: text/html", WarcText.Bytes("<p>Gone</p>"))
            .Save(folder, name);
        using PolicyArchive archive = folder.Open();

        Assert.Equal(new ArchiveImportResult(2, 4, 4, 0), archive.Import(path, cancellationToken: Token));

        Assert.Equal([("lumenleaf.example", "/legal/privacy"), ("lumenleaf.example", "/terms.md")], archive.GetDocuments().Select(document => (document.Platform, document.Name)));
        IReadOnlyList<ArchivedVersion> versions = archive.GetVersions("lumenleaf.example", "/legal/privacy");
        Assert.Equal([Page, Later], versions.Select(version => Encoding.UTF8.GetString(archive.ReadSource(version.Sequence))));
        Assert.Equal(new DateTimeOffset(2024, 1, 31, 12, 0, 0, TimeSpan.Zero), versions[0].SeenAt);
        Assert.Equal(new Uri(Address), versions[0].Address);
        Assert.Equal("warc:urn:uuid:1", versions[0].Origin);
        Assert.Equal(PolicyMediaType.Html, versions[0].MediaType);
        Assert.Contains(archive.GetTimeline("lumenleaf.example", "/legal/privacy", cancellationToken: Token).Versions, version => version.Kind == TimelineVersionKind.Absent);
        Assert.Equal(0, archive.Import(path, cancellationToken: Token).Added);
        Assert.Empty(archive.Verify(new ArchiveVerificationOptions { Index = true }, Token).Findings);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("raw-deflate")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("gzip, br")]
    [InlineData("named but not packed")]
    public void Encodings_of_the_transport_are_undone(string encoding)
    {
        byte[] page = WarcText.Bytes(Page);
        byte[] body = encoding switch
        {
            "gzip" => WarcText.Gzip(page),
            "deflate" => Packed(page, static stream => new ZLibStream(stream, CompressionLevel.Fastest, leaveOpen: true)),
            "raw-deflate" => Packed(page, static stream => new DeflateStream(stream, CompressionLevel.Fastest, leaveOpen: true)),
            "br" => Packed(page, static stream => new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true)),
            "zstd" => new ZstdSharp.Compressor().Wrap(page).ToArray(),
            "gzip, br" => Packed(WarcText.Gzip(page), static stream => new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true)),
            _ => page,
        };
        string name = encoding switch { "raw-deflate" => "deflate", "named but not packed" => "gzip", _ => encoding };
        foreach (bool chunked in (ReadOnlySpan<bool>)[false, true])
        {
            using var folder = new TemporaryArchive();
            string head = $"{Html}\nContent-Encoding: {name}" + (chunked ? "\nTransfer-Encoding: chunked" : string.Empty);
            string path = new WarcText().Response(Address, "2024-01-31T12:00:00Z", head, chunked ? WarcText.Chunked(body, 10) : body).Save(folder, "crawl.warc");
            using PolicyArchive archive = folder.Open();
            Assert.Empty(archive.Import(path, cancellationToken: Token).Skipped);
            Assert.Equal(Page, Encoding.UTF8.GetString(archive.ReadSource(1)));
        }
    }

    [Fact]
    public void The_character_set_of_the_transport_is_kept_and_heeded()
    {
        using var folder = new TemporaryArchive();
        byte[] page = Encoding.Latin1.GetBytes("<html><body><h1>Datenschutzerklärung</h1><p>Wir löschen Ihre Daten nach dreißig Tagen, auf Wunsch früher.</p></body></html>");
        string path = new WarcText().Response(Address, "2024-01-31T12:00:00Z", "200 OK\nContent-Type: text/html; charset=\"ISO-8859-1\"", page).Save(folder, "crawl.warc");
        using PolicyArchive archive = folder.Open();
        archive.Import(path, cancellationToken: Token);
        Assert.Contains("dreißig Tagen, auf Wunsch früher", archive.ReadAnalysis(1)!.Document.Text, StringComparison.Ordinal);
        Assert.Equal(1, archive.Reanalyze(new ArchiveReanalysisOptions { ThroughEntry = 2 }, Token).Analyzed);
        Assert.Contains("dreißig Tagen, auf Wunsch früher", archive.ReadAnalysis(1)!.Document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_met_again_unchanged_has_the_bytes_of_the_record_it_names()
    {
        using var folder = new TemporaryArchive();
        string path = new WarcText()
            .Response(Address, "2024-01-31T12:00:00Z", Html, WarcText.Bytes(Page), "WARC-Record-ID: <urn:uuid:1>", "WARC-Payload-Digest: sha1:AAAA")
            .Record("revisit", Address, "2024-02-29T12:00:00Z", "application/http; msgtype=response", [], "WARC-Record-ID: <urn:uuid:2>", "WARC-Refers-To: <urn:uuid:1>")
            .Record("revisit", Address, "2024-03-31T12:00:00Z", "application/http; msgtype=response", [], "WARC-Payload-Digest: sha1:AAAA")
            .Record("revisit", Address, "2024-04-30T12:00:00Z", "application/http; msgtype=response", [], "WARC-Payload-Digest: sha1:BBBB")
            .Save(folder, "crawl.warc");
        using PolicyArchive archive = folder.Open();
        ArchiveImportResult result = archive.Import(path, cancellationToken: Token);
        Assert.Equal(3, result.Added);
        Assert.Contains("is not there", Assert.Single(result.Skipped).Why, StringComparison.Ordinal);
        Assert.All(archive.GetVersions("lumenleaf.example", "/legal/privacy"), version => Assert.Equal(Page, Encoding.UTF8.GetString(archive.ReadSource(version.Sequence))));
    }

    [Fact]
    public void A_table_of_pages_names_the_documents_and_leaves_the_others_out()
    {
        using var folder = new TemporaryArchive();
        var pages = ArchivePageNames.Parse("# pages\nhttp://lumenleaf.example/legal/privacy\tLumenleaf\tPrivacy Policy\nhttps://www.mossgate.example/help/*\tMossgate\tHelp\nhttps://www.mossgate.example/help/terms*\tMossgate\tTerms\n");
        string path = new WarcText()
            .Response(Address, "2024-01-31T12:00:00Z", Html, WarcText.Bytes(Page))
            .Response("https://mossgate.example/help/a", "2024-01-31T12:00:00Z", Html, WarcText.Bytes(Page))
            .Response("https://mossgate.example/help/terms?v=1", "2024-01-31T12:00:00Z", Html, WarcText.Bytes(Page))
            .Response("https://mossgate.example/news", "2024-01-31T12:00:00Z", Html, WarcText.Bytes(Page))
            .Save(folder, "crawls/2024/a.warc");
        using PolicyArchive archive = folder.Open();
        archive.Import(folder.PathOf("crawls"), new ArchiveImportOptions { Pages = pages }, Token);
        Assert.Equal([("Lumenleaf", "Privacy Policy"), ("Mossgate", "Help"), ("Mossgate", "Terms")], archive.GetDocuments().Select(document => (document.Platform, document.Name)));
        Assert.Equal(ArchiveProblem.ImportFailed, Assert.Throws<PolicyArchiveException>(() => ArchivePageNames.Parse("https://lumenleaf.example only an address")).Problem);
        Assert.NotEmpty(path);
    }

    [Theory]
    [InlineData("bomb", "more than")]
    [InlineData("large", "more than")]
    [InlineData("chunk", "longer than the record")]
    [InlineData("chunks", "do not follow")]
    [InlineData("gzip", "cannot be unpacked")]
    [InlineData("encoding", "is not known")]
    [InlineData("encodings", "more encodings")]
    [InlineData("digest", "digest is not")]
    public void A_page_that_is_not_what_it_says_is_skipped_and_named_and_the_others_come_in(string mistake, string why)
    {
        using var folder = new TemporaryArchive();
        (string head, byte[] body, string[] fields) = mistake switch
        {
            "bomb" => ("\nContent-Encoding: gzip", WarcText.Gzip(new byte[5_000_000]), Array.Empty<string>()),
            "large" => (string.Empty, new byte[200_000], []),
            "chunk" => ("\nTransfer-Encoding: chunked", WarcText.Bytes("7fffffff\r\nshort"), []),
            "chunks" => ("\nTransfer-Encoding: chunked", WarcText.Bytes("3\r\nabcdefgh\r\n0\r\n\r\n"), []),
            "gzip" => ("\nContent-Encoding: gzip", [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff], []),
            "encoding" => ("\nContent-Encoding: compress", WarcText.Bytes(Page), []),
            "encodings" => ("\nContent-Encoding: gzip, gzip, gzip, gzip", WarcText.Bytes(Page), []),
            _ => (string.Empty, WarcText.Bytes(Page), new[] { "WARC-Block-Digest: sha256:" + Convert.ToHexString(SHA256.HashData("something else"u8)) }),
        };
        string path = new WarcText()
            .Response(Address, "2024-01-31T12:00:00Z", Html + head, body, fields)
            .Response("https://mossgate.example/terms", "2024-01-31T12:00:00Z", Html, WarcText.Bytes(Page))
            .Save(folder, "crawl.warc");
        using PolicyArchive archive = folder.Open();
        ArchiveImportResult result = archive.Import(path, new ArchiveImportOptions { LargestPage = 100_000 }, Token);
        Assert.Equal(1, result.Added);
        ArchiveImportSkip skip = Assert.Single(result.Skipped);
        Assert.Equal("lumenleaf.example", skip.Platform);
        Assert.Contains(why, skip.Why, StringComparison.Ordinal);
        Assert.Equal("mossgate.example", Assert.Single(archive.GetDocuments()).Platform);
    }

    [Theory]
    [InlineData("longer", "the file ends after")]
    [InlineData("shorter", "does not end where its length says")]
    [InlineData("negative", "how long it is")]
    [InlineData("missing", "how long it is")]
    [InlineData("no version", "does not begin with a version")]
    [InlineData("no end", "head does not end")]
    [InlineData("endless", "head does not end")]
    [InlineData("no field", "no field")]
    [InlineData("no date", "its date is none")]
    [InlineData("no entry", "is not an entry")]
    public void A_file_whose_records_cannot_be_told_apart_is_refused_with_its_place(string mistake, string why)
    {
        using var folder = new TemporaryArchive();
        string head = WarcText.Head("resource", Address, "2024-01-31T12:00:00Z", "text/html", Page.Length);
        string record = mistake switch
        {
            "longer" => head.Replace($"Length: {Page.Length}", "Length: 999999999999", StringComparison.Ordinal) + Page + "\r\n\r\n",
            "shorter" => head.Replace($"Length: {Page.Length}", "Length: 10", StringComparison.Ordinal) + Page + "\r\n\r\n",
            "negative" => head.Replace($"Length: {Page.Length}", "Length: -5", StringComparison.Ordinal) + Page + "\r\n\r\n",
            "missing" => head.Replace($"Content-Length: {Page.Length}\r\n", string.Empty, StringComparison.Ordinal) + Page + "\r\n\r\n",
            "no version" => "HTTP/1.1 200 OK\r\n\r\n",
            "no end" => "WARC/1.1\r\nWARC-Type: resource",
            "endless" => "WARC/1.1\r\nX: " + new string('x', 200_000) + "\r\n\r\n",
            "no field" => "WARC/1.1\r\nthis is no field\r\n\r\n",
            "no date" => head.Replace("2024-01-31T12:00:00Z", "yesterday", StringComparison.Ordinal) + Page + "\r\n\r\n",
            _ => WarcText.Head("resource", Address, "2024-01-31T12:00:00Z", "text/html", Page.Length, "Policy-Archive-Entry: {}") + Page + "\r\n\r\n",
        };
        string path = new WarcText().Raw(WarcText.Bytes(record)).Save(folder, "crawl.warc");
        using PolicyArchive archive = folder.Open();
        PolicyArchiveException problem = Assert.Throws<PolicyArchiveException>(() => archive.Import(path, cancellationToken: Token));
        Assert.Equal(ArchiveProblem.ImportFailed, problem.Problem);
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
        Assert.Contains("crawl.warc: the record at byte ", problem.Message, StringComparison.Ordinal);
        Assert.Empty(archive.GetDocuments());
    }

    [Fact]
    public void A_compressed_file_that_unpacks_to_more_than_is_allowed_or_not_at_all_is_refused()
    {
        using var folder = new TemporaryArchive();
        string path = new WarcText(compress: true).Record("resource", Address, "2024-01-31T12:00:00Z", "text/html", new byte[3_000_000]).Save(folder, "bomb.warc.gz");
        using PolicyArchive archive = folder.Open();
        Assert.Contains("unpacks to more", Assert.Throws<PolicyArchiveException>(() => archive.Import(path, new ArchiveImportOptions { LargestUnpacked = 1_000_000 }, Token)).Message, StringComparison.Ordinal);
        File.WriteAllText(folder.PathOf("text.warc.gz"), "this is no gzip file at all");
        Assert.Contains("cannot be unpacked", Assert.Throws<PolicyArchiveException>(() => archive.Import(folder.PathOf("text.warc.gz"), cancellationToken: Token)).Message, StringComparison.Ordinal);
        byte[] whole = new WarcText(compress: true).Response(Address, "2024-01-31T12:00:00Z", Html, WarcText.Bytes(Page)).ToArray();
        File.WriteAllBytes(folder.PathOf("cut.warc.gz"), whole[..^40]);
        Assert.Equal(ArchiveProblem.ImportFailed, Assert.Throws<PolicyArchiveException>(() => archive.Import(folder.PathOf("cut.warc.gz"), cancellationToken: Token)).Problem);
    }

    [Fact]
    public void A_file_cut_at_any_byte_or_with_any_byte_changed_is_imported_or_refused_and_nothing_else()
    {
        byte[] whole = new WarcText()
            .Response(Address, "2024-01-31T12:00:00Z", Html + "\nTransfer-Encoding: chunked\nContent-Encoding: gzip", WarcText.Chunked(WarcText.Gzip(WarcText.Bytes(Page)), 50))
            .ToArray();
        using var folder = new TemporaryArchive();
        using PolicyArchive archive = folder.Open(new PolicyArchiveOptions { Analyze = false });
        for (int place = 0; place < whole.Length; place++)
        {
            Import(whole[..place]);
            byte[] changed = [.. whole];
            changed[place] ^= 0x15;
            Import(changed);
        }

        Assert.Empty(archive.Verify(cancellationToken: Token).Findings);

        void Import(byte[] content)
        {
            string path = folder.PathOf("crawl.warc");
            File.WriteAllBytes(path, content);
            try
            {
                archive.Import(path, new ArchiveImportOptions { Parallelism = 1 }, Token);
            }
            catch (PolicyArchiveException problem) when (problem.Problem is ArchiveProblem.ImportFailed or ArchiveProblem.Refused)
            {
            }
        }
    }

    private static byte[] Packed(byte[] content, Func<Stream, Stream> open)
    {
        using var packed = new MemoryStream();
        using (Stream stream = open(packed))
            stream.Write(content);
        return packed.ToArray();
    }
}
