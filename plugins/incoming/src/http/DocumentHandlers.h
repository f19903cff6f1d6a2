// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/CloseDocument.h"
#include "service/CorrectDocument.h"
#include "service/GiveDirection.h"
#include "service/ReadDocuments.h"
#include "service/RegisterDocument.h"
#include "service/SubmitToLeader.h"
#include "service/WithdrawDirection.h"

#include "congvu/http/Routes.h"

namespace congvu::incoming {

/// Translates requests about documents into use cases and back.
class DocumentHandlers {
public:
    struct Needs {
        const ReadDocuments& documents;
        const RegisterDocument& registering;
        const CorrectDocument& correcting;
        const SubmitToLeader& submitting;
        const GiveDirection& directing;
        const WithdrawDirection& withdrawing;
        const CloseDocument& closing;
    };
    explicit DocumentHandlers(const Needs& needs) : needs_(needs) {}

    [[nodiscard]] http::Response list(const http::Request& request) const;
    [[nodiscard]] http::Response counters(const http::Request& request) const;
    [[nodiscard]] http::Response find(const http::Request& request) const;
    [[nodiscard]] http::Response file(const http::Request& request) const;
    [[nodiscard]] http::Response verification(const http::Request& request) const;
    [[nodiscard]] http::Response timeline(const http::Request& request) const;
    [[nodiscard]] http::Response tasks(const http::Request& request) const;
    [[nodiscard]] http::Response registerPaper(const http::Request& request) const;
    [[nodiscard]] http::Response correct(const http::Request& request) const;
    [[nodiscard]] http::Response submit(const http::Request& request) const;
    [[nodiscard]] http::Response sendBack(const http::Request& request) const;
    [[nodiscard]] http::Response direct(const http::Request& request) const;
    [[nodiscard]] http::Response withdraw(const http::Request& request) const;
    [[nodiscard]] http::Response close(const http::Request& request) const;
    [[nodiscard]] http::Response cancel(const http::Request& request) const;

private:
    /// The id of the path, of a document that the caller sees; AppError notFound otherwise, whatever else is wrong with the request.
    [[nodiscard]] std::string_view visibleId(const http::Request& request) const;

    Needs needs_;
};

}  // namespace congvu::incoming
