// SPDX-License-Identifier: Apache-2.0
#include "PipelineFixture.h"
#include "TestClient.h"

#include "http/EventHub.h"
#include "http/HttpServer.h"
#include "http/routes/EventStreamRoute.h"

#include <gmock/gmock.h>
#include <future>
#include <semaphore>
#include <utility>

namespace congvu::host {
namespace {

using std::chrono::milliseconds;
using ::testing::HasSubstr;

class HttpServing : public PipelineFixture {
protected:
    HttpServing() {
        options.port = 0;
        options.loops = 2;
        options.workers = 2;
        options.workerQueue = 2;
        options.uploadFolder = folder.path();
        options.headTime = milliseconds{600};
        options.idleTime = milliseconds{60'000};
        options.bodyGrace = milliseconds{600};
        options.drainTime = milliseconds{3'000};
        add(http::Route::get("/loop").needs("demo.read").onLoop().by(says("from the loop")));
        add(http::Route::get("/pool").needs("demo.read").by(says("from the pool")));
        add(http::Route::get("/wait").needs("demo.read").by([this](const http::Request&) {
            arrived.release();
            gate.wait();
            return http::Response::text("at last", "text/plain");
        }));
        add(http::Route::post("/echo").needs("demo.read").upTo(1'000'000).by([](const http::Request& request) {
            return http::Response::text(std::string{request.bodyText()}, "text/plain");
        }));
        add(http::Route::get("/address").needs("demo.read").by([](const http::Request& request) {
            return http::Response::text(request.caller().address, "text/plain");
        }));
        add(http::Route::get("/large").needs("demo.read").by(says(std::string(3'000'000, 'x'))));
        addEventStreamRoute(router);
    }
    ~HttpServing() override {
        open();
        server.reset();
    }
    void start() {
        server = std::make_unique<HttpServer>(options, pipeline, hub, clock, log);
        server->start();
    }
    void open() {
        if (!std::exchange(isOpen, true)) {
            opener.set_value();
        }
    }
    static std::string postRequest(std::string_view fields, std::string_view body) {
        return "POST /api/v1/demo/echo HTTP/1.1\r\nHost: congvu.example\r\nCookie: congvu_session=token-an\r\nX-CSRF-Token: csrf-an\r\n"
               "Content-Type: application/json\r\n" +
               std::string{fields} + "\r\n" + std::string{body};
    }

    ServerOptions options;
    EventHub hub{100, 2};
    std::counting_semaphore<> arrived{0};
    std::promise<void> opener;
    std::shared_future<void> gate = opener.get_future().share();
    bool isOpen = false;
    std::unique_ptr<HttpServer> server;
};

TEST_F(HttpServing, BelievesOnlyATrustedProxyAboutTheClientsAddress) {
    const auto asked = getRequest("/api/v1/demo/address", "X-Forwarded-For: 198.51.100.1\r\nX-Forwarded-For: 203.0.113.9\r\n");
    start();
    TestClient direct(server->port());
    direct.send(asked);
    EXPECT_EQ(direct.receive().body, "127.0.0.1");
    server.reset();
    options.trustedProxies = {"127.0.0.1"};
    start();
    TestClient throughProxy(server->port());
    throughProxy.send(asked);
    EXPECT_EQ(throughProxy.receive().body, "203.0.113.9");
}

TEST_F(HttpServing, AnswersOnLoopAndPoolAndKeepsTheConnection) {
    start();
    TestClient client(server->port());
    for (const auto* path : {"/api/v1/demo/loop", "/api/v1/demo/pool", "/api/v1/demo/loop"}) {
        client.send(getRequest(path));
        EXPECT_EQ(client.receive().status, 200) << path;
    }
}

TEST_F(HttpServing, AnswersPipelinedRequestsInTheirOrder) {
    start();
    TestClient client(server->port());
    std::string requests;
    for (int i = 0; i < 100; ++i) {
        requests += getRequest(i % 2 == 0 ? "/api/v1/demo/pool" : "/api/v1/demo/loop");
    }
    client.send(requests);
    for (int i = 0; i < 100; ++i) {
        EXPECT_EQ(client.receive().body, i % 2 == 0 ? "from the pool" : "from the loop") << i;
    }
}

TEST_F(HttpServing, ReadsAHeadThatComesByteByByte) {
    start();
    TestClient client(server->port());
    for (const char c : getRequest("/api/v1/demo/loop")) {
        client.send({&c, 1});
    }
    EXPECT_EQ(client.receive().body, "from the loop");
}

TEST_F(HttpServing, GivesUpOnAHeadThatDrips) {
    start();
    TestClient client(server->port());
    client.send("GET / HTTP/1.1\r\nHost: a\r\n");
    EXPECT_EQ(client.receive().status, 408);
    EXPECT_TRUE(client.isClosedByServer());
}

TEST_F(HttpServing, ServesOthersWhileSlowClientsHoldTheirConnections) {
    start();
    std::vector<std::unique_ptr<TestClient>> slow;
    for (int i = 0; i < 200; ++i) {
        slow.push_back(std::make_unique<TestClient>(server->port()));
        slow.back()->send("GET /api/v1/demo/pool HTTP/1.1\r\nHost:");
    }
    TestClient client(server->port());
    client.send(getRequest("/api/v1/demo/pool"));
    EXPECT_EQ(client.receive().status, 200);
}

TEST_F(HttpServing, RefusesAHeadBeyondSixteenKilobytes) {
    start();
    TestClient client(server->port());
    client.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'a'));
    EXPECT_EQ(client.receive().status, 431);
}

TEST_F(HttpServing, HangsUpAfterARequestThatCouldBeReadInTwoWays) {
    start();
    TestClient client(server->port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" +
                getRequest("/api/v1/demo/loop"));
    const auto response = client.receive();
    EXPECT_EQ(response.status, 400);
    EXPECT_THAT(response.head, HasSubstr("Connection: close"));
    EXPECT_EQ(client.receive().status, 0);
}

TEST_F(HttpServing, TakesBodiesByLengthAndInChunks) {
    start();
    TestClient client(server->port());
    client.send(postRequest("Content-Length: 5\r\n", "hello"));
    EXPECT_EQ(client.receive().body, "hello");
    client.send(postRequest("Transfer-Encoding: chunked\r\n", "3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n"));
    EXPECT_EQ(client.receive().body, "hello");
}

TEST_F(HttpServing, TakesLargeBodiesThroughAFileThatVanishes) {
    start();
    TestClient client(server->port());
    const std::string body(300'000, 'b');
    client.send(postRequest("Content-Length: 300000\r\n", body));
    EXPECT_EQ(client.receive().body, body);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_F(HttpServing, AsksForTheBodyOfWhoWaitsToBeAsked) {
    start();
    TestClient client(server->port());
    client.send(postRequest("Content-Length: 5\r\nExpect: 100-continue\r\n", ""));
    EXPECT_EQ(client.receive().status, 100);
    client.send("hello");
    EXPECT_EQ(client.receive().body, "hello");
}

TEST_F(HttpServing, RefusesABodyBeforeItComesWhenTheCallerMayNotSendIt) {
    start();
    TestClient client(server->port());
    client.send("POST /api/v1/demo/echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n");
    const auto response = client.receive();
    EXPECT_EQ(response.status, 401);
    EXPECT_THAT(response.head, HasSubstr("Connection: close"));
}

TEST_F(HttpServing, RefusesAChunkedBodyAtItsLimit) {
    start();
    TestClient client(server->port());
    client.send(postRequest("Transfer-Encoding: chunked\r\n", "200000\r\n" + std::string(1'200'000, 'a')));
    EXPECT_EQ(client.receive().status, 413);
}

TEST_F(HttpServing, GivesUpOnABodyThatDrips) {
    start();
    TestClient client(server->port());
    client.send(postRequest("Content-Length: 500000\r\n", "drip"));
    EXPECT_EQ(client.receive().status, 408);
}

TEST_F(HttpServing, SaysWhenItIsBusy) {
    options.loops = 1;  // so that requests are taken in the order in which they were sent
    start();
    std::vector<std::unique_ptr<TestClient>> waiting;
    for (int i = 0; i < 2; ++i) {
        waiting.push_back(std::make_unique<TestClient>(server->port()));
        waiting.back()->send(getRequest("/api/v1/demo/wait"));
        arrived.acquire();
    }
    std::vector<int> statuses;
    std::vector<std::unique_ptr<TestClient>> further;
    for (int i = 0; i < 6; ++i) {
        further.push_back(std::make_unique<TestClient>(server->port()));
        further.back()->send(getRequest("/api/v1/demo/pool"));
    }
    TestClient onLoop(server->port());
    onLoop.send(getRequest("/api/v1/demo/loop"));
    EXPECT_EQ(onLoop.receive().status, 200);
    open();
    int busy = 0;
    for (auto& client : further) {
        const auto response = client->receive();
        busy += response.status == 503 ? 1 : 0;
        if (response.status == 503) {
            EXPECT_THAT(response.head, HasSubstr("Retry-After: 1"));
        }
    }
    EXPECT_EQ(busy, 4);  // two wait in the queue
    EXPECT_EQ(waiting.front()->receive().body, "at last");
}

TEST_F(HttpServing, AnswersHeadWithTheLengthAndWithoutTheBody) {
    start();
    TestClient client(server->port());
    client.send("HEAD /api/v1/demo/loop HTTP/1.1\r\nHost: congvu.example\r\nCookie: congvu_session=token-an\r\n\r\n" +
                getRequest("/api/v1/demo/pool"));
    const auto text = client.receiveUntil("from the pool");
    EXPECT_THAT(text, HasSubstr("Content-Length: 13"));
    EXPECT_THAT(text, ::testing::Not(HasSubstr("from the loop")));
}

TEST_F(HttpServing, SendsLargeAnswersWholly) {
    start();
    TestClient client(server->port());
    client.send(getRequest("/api/v1/demo/large", "Connection: close\r\n"));
    EXPECT_EQ(client.receive().body.size(), 3'000'000U);
    EXPECT_TRUE(client.isClosedByServer());
}

TEST_F(HttpServing, SendsAFileOfTheStore) {
    std::ofstream(folder.path() / "abc") << std::string(2'500'000, 'f');
    add(http::Route::get("/file").needs("demo.read").by([](const http::Request&) {
        return http::Response::file(
            {{"file-1", "a.bin", "application/octet-stream", "abc", 0}, http::Disposition::download, {"demo", "x", "1"}});
    }));
    start();
    TestClient client(server->port());
    client.send(getRequest("/api/v1/demo/file"));
    EXPECT_EQ(client.receive().body.size(), 2'500'000U);
    client.send(getRequest("/api/v1/demo/file", "Range: bytes=-5\r\n"));
    EXPECT_EQ(client.receive().body, "fffff");
}

TEST_F(HttpServing, AnswersAClientThatHasFinishedSending) {
    start();
    TestClient client(server->port());
    client.send(getRequest("/api/v1/demo/pool"));
    client.finishSending();
    EXPECT_EQ(client.receive().body, "from the pool");
    EXPECT_TRUE(client.isClosedByServer());
}

TEST_F(HttpServing, FinishesWhatIsInFlightWhenItStops) {
    start();
    TestClient busy(server->port());
    TestClient idle(server->port());
    busy.send(getRequest("/api/v1/demo/wait"));
    arrived.acquire();
    auto stopping = std::async(std::launch::async, [&] { server->stop(); });
    EXPECT_TRUE(idle.isClosedByServer());
    open();
    const auto response = busy.receive();
    EXPECT_EQ(response.body, "at last");
    stopping.get();
}

class HttpEventStreams : public HttpServing {
protected:
    std::unique_ptr<TestClient> listen(std::string_view extraFields = {}) {
        auto client = std::make_unique<TestClient>(server->port());
        client->send(getRequest("/api/v1/events", extraFields));
        client->receiveUntil("retry: 3000\n\n");
        return client;
    }
};

TEST_F(HttpEventStreams, CarryEventsOfThePostAndTheSession) {
    start();
    auto client = listen();
    hub.toPost("post-an", "badge", R"({"incoming.open":3})");
    hub.toPost("post-binh", "badge", R"({"incoming.open":9})");
    hub.toSession("session-an", "notify", "{}");
    const auto text = client->receiveUntil("event: notify");
    EXPECT_THAT(text, HasSubstr("text/event-stream"));
    EXPECT_THAT(text, HasSubstr("event: badge\ndata: {\"incoming.open\":3}\n\n"));
    EXPECT_THAT(text, ::testing::Not(HasSubstr("\":9")));
    EXPECT_THAT(text, HasSubstr("id: "));
}

TEST_F(HttpEventStreams, TellAReturningClientToReadEverythingAnew) {
    start();
    auto client = listen("Last-Event-ID: 7\r\n");
    EXPECT_THAT(client->receiveUntil("event: resync"), HasSubstr("event: resync\ndata: {}\n\n"));
}

TEST_F(HttpEventStreams, EndWithTheSession) {
    start();
    auto client = listen();
    hub.toSession("session-an", "signed-out", "{}");
    EXPECT_THAT(client->receiveUntil("signed-out"), HasSubstr("event: signed-out"));
    EXPECT_TRUE(client->isClosedByServer());
    EXPECT_EQ(hub.size(), 0U);
}

TEST_F(HttpEventStreams, MakeRoomForNewOnesOfTheSameSession) {
    start();
    auto first = listen();
    auto second = listen();
    auto third = listen();
    EXPECT_TRUE(first->isClosedByServer());
    EXPECT_EQ(hub.size(), 2U);
}

TEST_F(HttpEventStreams, EndWhenTheSessionActsInAnotherPost) {
    start();
    auto client = listen();
    hub.closeSession("session-an");
    EXPECT_TRUE(client->isClosedByServer());
    EXPECT_EQ(hub.size(), 0U);
}

TEST_F(HttpEventStreams, ThatCannotKeepUpAreClosed) {
    start();
    auto client = listen();
    const std::string data = "\"" + std::string(100'000, 'a') + "\"";
    for (int i = 0; i < 200; ++i) {
        hub.toPost("post-an", "notify", data);
    }
    EXPECT_TRUE(client->isClosedByServer());
}

TEST_F(HttpEventStreams, AreOnlyForWhoIsSignedIn) {
    start();
    TestClient client(server->port());
    client.send("GET /api/v1/events HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.receive().status, 401);
}

}  // namespace
}  // namespace congvu::host
