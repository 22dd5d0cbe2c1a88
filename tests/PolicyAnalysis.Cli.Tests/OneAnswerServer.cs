using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicyAnalysis.Cli.Tests;

/// <summary>A server on the loopback address that gives every request the same answer.</summary>
internal sealed class OneAnswerServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly byte[] head;
    private readonly byte[] body;
    private readonly Task serving;

    public OneAnswerServer(string status, string contentType, byte[] body)
    {
        this.body = body;
        head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"));
        listener.Start();
        serving = ServeAsync();
    }

    public string Address => $"http://{listener.LocalEndpoint}/policy";

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await serving;
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await listener.AcceptTcpClientAsync(stopping.Token);
                NetworkStream stream = client.GetStream();
                _ = await stream.ReadAsync(new byte[4096], stopping.Token);
                await stream.WriteAsync(head, stopping.Token);
                await stream.WriteAsync(body, stopping.Token);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or IOException)
        {
            // The test is over, or the client hung up early.
        }
    }
}
