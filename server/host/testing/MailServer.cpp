// SPDX-License-Identifier: Apache-2.0
#include "congvu/testing/MailServer.h"

#include "testing/TemporaryFolder.h"
#include "testing/TestCertificate.h"

#include <Poco/Base64Decoder.h>
#include <Poco/Exception.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/DialogSocket.h>
#include <Poco/Net/QuotedPrintableDecoder.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/StreamCopier.h>
#include <Poco/Timespan.h>

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <sstream>
#include <thread>

namespace congvu::testing {

/// What tests may change while the server runs.
struct MailServerWords {
    std::mutex mutex;
    std::map<std::string, std::string> answers;
    std::string user;
    std::string password;
    bool isCut = false;
    std::vector<ReceivedMail> received;
};

namespace {

std::string decoded64(const std::string& text) {
    std::istringstream in(text);
    Poco::Base64Decoder decoder(in);
    std::string bytes;
    Poco::StreamCopier::copyToString(decoder, bytes);
    return bytes;
}

/// The first part of a message as its recipient reads it.
std::string firstText(const std::string& content) {
    constexpr std::string_view kHead = "quoted-printable\r\n\r\n";
    const auto start = content.find(kHead);
    if (start == std::string::npos) {
        return {};
    }
    const auto end = content.find("\r\n--", start);
    std::istringstream in(content.substr(start + kHead.size(), end - start - kHead.size()));
    Poco::Net::QuotedPrintableDecoder decoder(in);
    std::string text;
    Poco::StreamCopier::copyToString(decoder, text);
    return text;
}

std::string betweenBrackets(const std::string& line) {
    const auto open = line.find('<');
    const auto close = line.find('>');
    return open == std::string::npos || close == std::string::npos ? std::string{} : line.substr(open + 1, close - open - 1);
}

/// One connection, until the client goes.
class MailDialogue {
public:
    MailDialogue(const Poco::Net::StreamSocket& socket, MailServerWords& words, Poco::Net::Context::Ptr context, bool offersTls)
        : socket_(socket),
          words_(words),
          context_(std::move(context)),
          offersTls_(offersTls),
          isSecure_(!offersTls && !context_.isNull()) {}

    void run() {
        socket_.sendMessage("220 localhost ESMTP");
        std::string line;
        while (socket_.receiveMessage(line) && obey(line)) {
        }
    }

private:
    bool obey(const std::string& line) {
        const auto verb = line.substr(0, line.find(' '));
        if (verb == "QUIT") {
            socket_.sendMessage("221 bye");
            return false;
        }
        if (const auto told = answerTo(verb); !told.empty()) {
            socket_.sendMessage(told);
            return true;
        }
        if (verb == "EHLO") {
            greet();
        } else if (verb == "STARTTLS") {
            secure();
        } else if (verb == "AUTH") {
            signIn(line);
        } else if (verb == "DATA") {
            return takeContent();
        } else {
            note(verb, line);
        }
        return true;
    }
    std::string answerTo(const std::string& verb) {
        const std::lock_guard lock{words_.mutex};
        const auto found = words_.answers.find(verb);
        if (found != words_.answers.end()) {
            return found->second;
        }
        const bool isClosed = verb == "MAIL" && !words_.user.empty() && mail_.user.empty();
        return isClosed ? "530 5.7.0 Authentication required" : "";
    }
    void greet() {
        socket_.sendMessage("250-localhost");
        if (offersTls_ && !isSecure_) {
            socket_.sendMessage("250-STARTTLS");
        }
        socket_.sendMessage("250-AUTH PLAIN LOGIN");
        socket_.sendMessage("250 8BITMIME");
    }
    void secure() {
        if (!offersTls_ || isSecure_) {
            socket_.sendMessage("502 no TLS here");
            return;
        }
        socket_.sendMessage("220 go ahead");
        socket_ = Poco::Net::SecureStreamSocket::attach(socket_, context_);
        isSecure_ = true;
    }
    void signIn(const std::string& line) {
        // "AUTH PLAIN base64(NUL user NUL password)", or the argument in a line of its own.
        auto given = line.size() > 11 ? line.substr(11) : std::string{};
        if (given.empty()) {
            socket_.sendMessage("334 ");
            socket_.receiveMessage(given);
        }
        const auto plain = decoded64(given);
        const auto second = plain.find('\0', 1);
        const auto user = second == std::string::npos ? std::string{} : plain.substr(1, second - 1);
        const std::lock_guard lock{words_.mutex};
        const bool isRight = !words_.user.empty() && user == words_.user && plain.substr(second + 1) == words_.password;
        mail_.user = isRight ? user : std::string{};
        socket_.sendMessage(isRight ? "235 2.7.0 welcome" : "535 5.7.8 wrong password");
    }
    void note(const std::string& verb, const std::string& line) {
        if (verb == "MAIL") {
            mail_.from = betweenBrackets(line);
        } else if (verb == "RCPT") {
            mail_.to = betweenBrackets(line);
        }
        socket_.sendMessage("250 2.0.0 ok");
    }
    bool takeContent() {
        socket_.sendMessage("354 go on");
        mail_.content.clear();
        std::string line;
        while (socket_.receiveMessage(line) && line != ".") {
            mail_.content += (line.starts_with('.') ? line.substr(1) : line) + "\r\n";
        }
        const auto told = answerTo(".");
        const std::lock_guard lock{words_.mutex};
        const bool isTaken = told.empty() || told.starts_with('2');
        if (isTaken) {
            mail_.isSecure = isSecure_;
            mail_.text = firstText(mail_.content);
            words_.received.push_back(mail_);
        }
        if (words_.isCut) {
            return false;
        }
        socket_.sendMessage(told.empty() ? "250 2.0.0 queued" : told);
        return true;
    }

    Poco::Net::DialogSocket socket_;
    MailServerWords& words_;
    Poco::Net::Context::Ptr context_;
    bool offersTls_;
    bool isSecure_;
    ReceivedMail mail_;
};

Poco::Net::Context::Ptr serverContext(const std::filesystem::path& folder) {
    Poco::Net::Context::Params params;
    params.privateKeyFile = (folder / "mail.key.pem").string();
    params.certificateFile = (folder / "mail.pem").string();
    params.verificationMode = Poco::Net::Context::VERIFY_NONE;
    return new Poco::Net::Context(Poco::Net::Context::TLS_SERVER_USE, params);
}

}  // namespace

struct MailServer::State {
    explicit State(MailServerSecurity kind) : security(kind) {
        writeTestCertificate(folder.path() / "mail.key.pem", folder.path() / "mail.pem");
        if (security != MailServerSecurity::none) {
            context = serverContext(folder.path());
        }
        thread = std::thread([this] { serve(); });
    }
    ~State() {
        isEnding = true;
        thread.join();
    }

    void serve() {
        const Poco::Timespan patience{0, 20'000};
        while (!isEnding) {
            if (!listener.poll(patience, Poco::Net::Socket::SELECT_READ)) {
                continue;
            }
            ++opened;
            try {
                auto socket = listener.acceptConnection();
                socket.setReceiveTimeout(Poco::Timespan(5, 0));
                if (security == MailServerSecurity::tls) {
                    socket = Poco::Net::SecureStreamSocket::attach(socket, context);
                }
                MailDialogue{socket, words, context, security == MailServerSecurity::startTls}.run();
            } catch (const Poco::Exception&) {
                // The client went away, as clients do; the next one is served.
                continue;
            }
        }
    }

    TemporaryFolder folder;
    MailServerSecurity security;
    MailServerWords words;
    Poco::Net::Context::Ptr context;
    Poco::Net::ServerSocket listener{Poco::Net::SocketAddress("127.0.0.1", 0)};
    std::atomic<bool> isEnding{false};
    std::atomic<int> opened{0};
    std::thread thread;
};

MailServer::MailServer(MailServerSecurity security) : state_(std::make_unique<State>(security)) {}
MailServer::~MailServer() = default;

std::uint16_t MailServer::port() const {
    return state_->listener.address().port();
}

std::string MailServer::authorityFile() const {
    return (state_->folder.path() / "mail.pem").string();
}

std::vector<ReceivedMail> MailServer::received() const {
    const std::lock_guard lock{state_->words.mutex};
    return state_->words.received;
}

int MailServer::connections() const {
    return state_->opened;
}

void MailServer::answer(const std::string& command, const std::string& reply) {
    const std::lock_guard lock{state_->words.mutex};
    if (reply.empty()) {
        state_->words.answers.erase(command);
    } else {
        state_->words.answers[command] = reply;
    }
}

void MailServer::cutAfterContent(bool isCut) {
    const std::lock_guard lock{state_->words.mutex};
    state_->words.isCut = isCut;
}

void MailServer::requireSignIn(const std::string& user, const std::string& password) {
    const std::lock_guard lock{state_->words.mutex};
    state_->words.user = user;
    state_->words.password = password;
}

}  // namespace congvu::testing
