// SPDX-License-Identifier: Apache-2.0
// One side of the comparison that tests/bench/signing makes. Writes documents and keys for every side into a folder, then answers each
// line "OPERATION DOCUMENT KEY TIMES" of its standard input with the milliseconds by the clock that one operation took.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <thread>

#include "crypto/OpenSsl.h"
#include "support/KeyPem.h"
#include "support/LongTermPki.h"
#include "support/PdfFactory.h"
#include "support/TestPki.h"

using namespace congvu::signing;

namespace {

void writeTo(const std::string& path, ByteView bytes) {
    std::ofstream stream(path, std::ios::binary);
    stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!stream.flush()) {
        throw std::runtime_error("cannot write " + path);
    }
}

double millisecondsOf(const std::function<void()>& act, int times) {
    const auto start = std::chrono::steady_clock::now();
    for (int round = 0; round < times; ++round) {
        act();
    }
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count() / times;
}

/// The same act on two threads at once; the time is that of one document, so half of it at best.
double millisecondsOnTwo(const std::function<void()>& act, int times) {
    const auto work = [&] { millisecondsOf(act, times); };
    return millisecondsOf(
               [&] {
                   std::thread other(work);
                   work();
                   other.join();
               },
               1) /
           (2.0 * times);
}

/// Documents, keys and a time-stamp server that all operations share.
class Workbench {
public:
    Workbench() {
        testing::PdfShape large;
        large.pages = 100;
        large.paddingBytes = 5'000'000;
        documents_["one-page"] = testing::makePdf();
        documents_["five-megabytes"] = testing::makePdf(large);
        keys_ = {{"rsa", &testing::TestPki::instance().chairKey()}, {"ec", &testing::TestPki::instance().sealKey()}};
        pki_.setClock("2026-03-05T07:08:09Z");
        visible_.appearance = Appearance::make({testing::samplePng(), {"Nguyễn Văn Mẫu", "05/03/2026"}, testing::regularFont()});
        visible_.placement = Placement{1, {40, 40, 200, 70}};
    }

    void writeInto(const std::string& folder, std::string_view passphrase) const {
        for (const auto& [name, document] : documents_) {
            writeTo(folder + "/" + name + ".pdf", document);
        }
        for (const auto& [name, key] : keys_) {
            writeTo(folder + "/" + name + ".p12", key->toPkcs12(passphrase, name));
            writeTo(folder + "/" + name + ".pem", viewOf(testing::privateKeyPem(key->pkcs8)));
            writeTo(folder + "/" + name + ".crt", viewOf(key->certificate.toPem()));
            for (const auto& [title, document] : documents_) {
                writeTo(folder + "/" + title + "-" + name + "-signed.pdf", PadesSignature::sign(document, visible_, signerOf(name)));
            }
        }
    }

    double measure(const std::string& operation, const std::string& title, const std::string& key, int times) {
        const Bytes& document = documents_.at(title);
        const Signer& signer = signerOf(key);
        const auto invisible = [&] { PadesSignature::signIncrement(document, testing::requestFor(), signer); };
        if (operation == "limit") {
            const Bytes attributes(256, 1);
            return millisecondsOf(
                [&] {
                    crypto::digest("SHA256", document);
                    signer.sign(attributes);
                },
                times);
        }
        if (operation == "invisible") {
            return millisecondsOf(invisible, times);
        }
        if (operation == "visible") {
            return millisecondsOf([&] { PadesSignature::signIncrement(document, visible_, signer); }, times);
        }
        if (operation == "time-stamped") {
            TimeStampClient timeStamps(pki_.timeStampUrl(1));
            return millisecondsOf([&] { PadesSignature::sign(document, testing::requestFor(), signer, &timeStamps); }, times);
        }
        if (operation == "two-threads") {
            return millisecondsOnTwo(invisible, times);
        }
        if (operation == "validate") {
            const Bytes finished = PadesSignature::sign(document, visible_, signer);
            const Validator validator = testing::TestPki::instance().validator();
            return millisecondsOf([&] { validator.validate(finished, testing::TestPki::now()); }, times);
        }
        throw std::invalid_argument("unknown operation " + operation);
    }

private:
    static const Signer& signerOf(const std::string& key) {
        return key == "rsa" ? testing::TestPki::instance().chair() : testing::TestPki::instance().seal();
    }

    std::map<std::string, Bytes> documents_;
    std::map<std::string, const IssuedKey*> keys_;
    SignatureRequest visible_ = testing::requestFor();
    testing::LongTermPki pki_;
};

}  // namespace

int main(int argc, char** argv) {
    const char* passphrase = std::getenv("BENCH_PASSPHRASE");
    if (argc != 2 || passphrase == nullptr) {
        std::fprintf(stderr, "usage: BENCH_PASSPHRASE=… bench-signing-worker FOLDER\n");
        return 64;
    }
    Workbench workbench;
    workbench.writeInto(argv[1], passphrase);
    std::printf("ready\n");
    std::fflush(stdout);
    std::string operation;
    std::string document;
    std::string key;
    int times = 0;
    while (std::cin >> operation >> document >> key >> times) {
        std::printf("%.6f\n", workbench.measure(operation, document, key, times));
        std::fflush(stdout);
    }
    return 0;
}
